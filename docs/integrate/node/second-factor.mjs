// Asks Lifering for the second factor, and checks its proof.
import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/** Why Lifering, or the proof itself, says no. `type` is stable; see /problems/<name>. */
export class Refused extends Error {
    constructor({ type, detail, retryAfter }) {
        super(detail);
        this.type = type;
        this.retryAfter = retryAfter;
    }
}

export class SecondFactor {
    #lifering;
    #audience;
    #serviceToken;
    #keys;

    /** `audience` is this service's own name; `serviceToken()` gives a token with the role `service`. */
    constructor(lifering, audience, serviceToken) {
        this.#lifering = lifering;
        this.#audience = audience;
        this.#serviceToken = serviceToken;
        this.#keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', lifering), { cacheMaxAge: 300_000 });
    }

    /** What comes after the password: 'code', 'enrol' or 'nothing'. Throws when in doubt, so nobody slips through. */
    async next(userId) {
        const { status, enrolmentRequired } = await this.#call('GET', userId, 'second-factor');
        if (status !== 'not_enrolled') return 'code';
        return enrolmentRequired ? 'enrol' : 'nothing';
    }

    /** Spends the code that the user typed: the claims of the proof, or Refused. */
    async check(userId, code) {
        const nonce = randomUUID();
        const { assertion } = await this.#call('POST', userId, 'verifications', { code, audience: this.#audience, nonce });
        return this.verify(assertion, userId, nonce);
    }

    /** Checks a proof that somebody else brought, without asking Lifering (but for its public keys, now and then). */
    async verify(assertion, userId, nonce, maxAge = 60) {
        const { payload } = await jwtVerify(assertion, this.#keys, {
            algorithms: ['ES256'],
            issuer: 'lifering',
            audience: this.#audience,
            subject: userId,
            requiredClaims: ['exp', 'auth_time', 'jti'],
        }).catch((error) => {
            throw new Refused({ type: 'proof', detail: error.message });
        });
        if (payload.nonce !== nonce) throw new Refused({ type: 'proof', detail: 'It answers another request.' });
        if (!payload.amr?.includes('otp')) throw new Refused({ type: 'proof', detail: 'It is of another method.' });
        if (Date.now() / 1000 - payload.auth_time > maxAge) throw new Refused({ type: 'proof', detail: 'It is too old.' });
        return payload;
    }

    async #call(method, userId, what, body) {
        const answer = await fetch(new URL(`/v1/users/${encodeURIComponent(userId)}/${what}`, this.#lifering), {
            method,
            headers: { Authorization: `Bearer ${await this.#serviceToken()}`, 'Content-Type': 'application/json' },
            body: body && JSON.stringify(body),
            signal: AbortSignal.timeout(5_000),
        });
        if (!answer.ok) throw new Refused(await answer.json());
        return answer.json();
    }
}
