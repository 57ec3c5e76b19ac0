// A service with two doors: /login asks for the second factor after the password, /payouts asks for it again.
import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Refused } from './second-factor.mjs';

const REJECTED = 'urn:lifering:problem:code-rejected';

/** `signIn(request)` gives the id of the user whose password was right; here it comes with the provider's token. */
export function createShop(secondFactor, signIn) {
    const sessions = new Map(); // of one process; a real shop keeps them where every replica finds them

    async function login(request, { code }) {
        const userId = await signIn(request);
        const next = await secondFactor.next(userId);
        if (next === 'enrol') return [403, { next }];
        if (next === 'code') {
            if (!code) return [401, { next }];
            await secondFactor.check(userId, code);
        }
        const session = randomUUID();
        sessions.set(session, { userId, nonces: new Set() });
        return [200, { session }];
    }

    async function payOut(request, { amount }) {
        const session = sessions.get(request.headers['x-session']);
        if (!session) return [401, { next: 'login' }];
        const [nonce, proof] = (request.headers['step-up'] ?? '').split(' ');
        if (!session.nonces.delete(nonce)) { // each nonce is good for one try
            const fresh = randomUUID();
            session.nonces.add(fresh);
            return [403, { stepUp: { audience: 'shop', nonce: fresh } }];
        }
        const { method } = await secondFactor.verify(proof, session.userId, nonce);
        return [200, { paid: amount, method }];
    }

    const doors = { 'POST /login': login, 'POST /payouts': payOut };
    return async (request, response) => {
        const door = doors[`${request.method} ${request.url}`];
        const [status, body] = door ? await open(door, request) : [404, {}];
        response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
        response.end(JSON.stringify(body));
    };
}

async function open(door, request) {
    try {
        let body = '';
        for await (const chunk of request) body += chunk;
        return await door(request, JSON.parse(body || '{}'));
    } catch (refused) {
        if (!(refused instanceof Refused)) return [503, { message: 'Please try again.' }];
        if (refused.type === REJECTED) return [401, { next: 'code', message: 'That code is not right.' }];
        return [403, { type: refused.type, message: refused.message, retryAfter: refused.retryAfter }];
    }
}

/** The first factor: an access token of the identity provider that was issued for this shop. */
export function bearer(jwks, issuer) {
    const keys = createRemoteJWKSet(new URL(jwks));
    return async (request) => {
        const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
        const { payload } = await jwtVerify(token, keys, { issuer, audience: 'shop', algorithms: ['RS256'] }).catch((e) => {
            throw new Refused({ type: 'sign-in', detail: e.message });
        });
        return payload.sub;
    };
}
