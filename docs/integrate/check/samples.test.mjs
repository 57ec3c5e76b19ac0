// Proves the samples of docs/integrate.md against a Lifering that trusts the provider beside it (see .ci/clients).
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { generateKeyPair, SignJWT, decodeJwt } from 'jose';
import { Refused, SecondFactor } from '../node/second-factor.mjs';
import { bearer, createShop } from '../node/shop.mjs';
import { totp } from './totp.mjs';

const { LIFERING: lifering, PROVIDER: issuer, SHOP_PORT: port, CHROMIUM: chromium, PROFILE: profile } = process.env;
const shopUrl = `http://127.0.0.1:${port}`;
const discovered = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();

async function signedIn(form) {
    const body = new URLSearchParams(form);
    return (await (await fetch(discovered.token_endpoint, { method: 'POST', body })).json()).access_token;
}
const serviceToken = () =>
    signedIn({ grant_type: 'client_credentials', client_id: 'login-service', client_secret: 'secret' });
const userToken = (username, audience) =>
    signedIn({ grant_type: 'password', client_id: 'shop', username, password: 'secret', ...(audience && { audience }) });

async function call(token, method, path, body) {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const answer = await fetch(lifering + path, { method, headers, body: body && JSON.stringify(body) });
    return { status: answer.status, body: await answer.json().catch(() => null) };
}

async function shop(path, headers, body = {}) {
    const answer = await fetch(shopUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, ...(await answer.json()) };
}

const secondFactor = new SecondFactor(lifering, 'shop', serviceToken);
const sample = createShop(secondFactor, bearer(discovered.jwks_uri, issuer));
const pages = {}; // further answers of the shop's server, by address
const server = createServer(async (request, response) => {
    const page = pages[request.url];
    if (!page) return sample(request, response);
    const [type, body] = await page(request);
    response.writeHead(200, { 'Content-Type': type }).end(body);
});

const people = {};
let secret;
let codes; // backup codes that nobody has used yet
let burnt; // a code that has been used
const proofOf = async (nonce) =>
    (await call(await serviceToken(), 'POST', `/v1/users/${people.linus}/verifications`,
        { code: codes.shift(), audience: 'shop', nonce })).body.assertion;

before(async () => {
    await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
    const service = await serviceToken();
    assert.equal((await call(service, 'PUT', '/v1/accounts/acme', { name: 'Acme', kind: 'direct' })).status, 201);
    for (const [name, roles] of [['linus', []], ['ada', ['admin']]]) {
        const { sub, email } = decodeJwt(await userToken(name));
        people[name] = sub;
        const provisioned = await call(service, 'PUT', `/v1/accounts/acme/users/${sub}`, { email, roles });
        assert.equal(provisioned.status, 201);
    }
});
after(() => server.close());

test('a token of the provider is the first factor, with its roles and its account', async () => {
    assert.equal((await call(await userToken('linus'), 'GET', '/v1/me/second-factor')).body.status, 'not_enrolled');
    assert.equal((await call(await userToken('ada'), 'GET', '/v1/accounts/acme/users')).body.items.length, 2);
    assert.equal((await call(await userToken('linus'), 'GET', '/v1/accounts/acme/users')).status, 403);
});

test('a token for somebody else, or of somebody else, is refused', async () => {
    assert.equal((await call(await userToken('linus', 'shop'), 'GET', '/v1/me/second-factor')).status, 401);
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(decodeJwt(await userToken('linus')))
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .sign(privateKey);
    assert.equal((await call(forged, 'GET', '/v1/me/second-factor')).status, 401);
});

test('the Node service asks for the second factor once there is one', async () => {
    const Authorization = `Bearer ${await userToken('linus')}`;
    assert.equal((await shop('/login', { Authorization })).status, 200);

    const linus = await userToken('linus');
    const enrolment = (await call(linus, 'POST', '/v1/me/enrolments', { label: 'Phone' })).body;
    secret = enrolment.secret;
    burnt = totp(secret);
    const confirmed = await call(linus, 'POST', `/v1/me/enrolments/${enrolment.id}/confirmation`, { code: burnt });
    const { setId, codes: fresh } = confirmed.body.backupCodes;
    codes = fresh;
    await call(linus, 'POST', `/v1/me/backup-codes/${setId}/acknowledgement`);

    assert.deepEqual(await shop('/login', { Authorization }), { status: 401, next: 'code' });
    assert.equal((await shop('/login', { Authorization }, { code: burnt })).status, 401);
    assert.equal((await shop('/login', { Authorization }, { code: totp(secret, 1) })).status, 200);
    assert.equal((await shop('/login', { Authorization: 'Bearer x.y.z' }, { code: codes[0] })).status, 403);
});

test('the Node service refuses proofs that are not for it, not fresh, or not genuine', async () => {
    const proof = await proofOf('n-1');
    assert.equal((await secondFactor.verify(proof, people.linus, 'n-1')).method, 'backup_code');
    const [head, claims, signature] = proof.split('.');
    const changed = Buffer.from(JSON.stringify({ ...decodeJwt(proof), sub: people.ada })).toString('base64url');
    for (const verify of [
        () => secondFactor.verify(proof, people.linus, 'n-2'),
        () => secondFactor.verify(proof, people.ada, 'n-1'),
        () => secondFactor.verify(proof, people.linus, 'n-1', -1),
        () => secondFactor.verify(`${head}.${changed}.${signature}`, people.ada, 'n-1'),
        () => secondFactor.verify(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`, people.linus, 'n-1'),
        () => new SecondFactor(lifering, 'bank', serviceToken).verify(proof, people.linus, 'n-1'),
    ]) {
        await assert.rejects(verify, Refused);
    }
});

test('the Java service does the same', async () => {
    const token = await serviceToken();
    assert.deepEqual(await java('shop.Login', [people.linus], `${burnt}\n${codes.shift()}\n`, token), [
        'urn:lifering:problem:code-rejected',
        `welcome, ${people.linus}: backup_code`,
    ]);
    const proof = await proofOf('n-3');
    assert.deepEqual(await java('shop.CheckProof', [proof, people.linus, 'n-3']), ['good']);
    assert.deepEqual(await java('shop.CheckProof', [proof, people.linus, 'n-4']), ['proof']);
    assert.deepEqual(await java('shop.CheckProof', [proof, people.ada, 'n-3']), ['proof']);
});

function java(main, args, input = '', token = '') {
    const { JAVA, CLASSPATH } = process.env;
    const options = { env: { ...process.env, SERVICE_TOKEN: token }, timeout: 60_000 };
    return new Promise((done, failed) => {
        const run = execFile(JAVA, ['-cp', CLASSPATH, main, ...args], options, (error, printed) =>
            error ? failed(error) : done(printed.trim().split('\n')));
        run.stdin.end(input);
    });
}

test('a page steps up in a real browser, after a wrong code', { timeout: 90_000 }, async () => {
    const accessToken = await userToken('linus');
    const { session } = await shop('/login', { Authorization: `Bearer ${accessToken}` }, { code: codes.shift() });
    const typed = [burnt, codes.shift()];
    const file = (name) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');
    const drive = '<script type="module" src="/drive.js"></script>';
    pages['/pay-out.html'] = async () => ['text/html', (await file('spa/pay-out.html')).replace('</html>', `${drive}</html>`)];
    pages['/step-up.js'] = async () => ['text/javascript', await file('spa/step-up.js')];
    pages['/drive.js'] = async () => ['text/javascript', await file('check/drive.js')];
    pages['/signed-in.json'] = () => ['application/json', JSON.stringify({ lifering, accessToken, session })];
    pages['/codes.json'] = () => ['application/json', JSON.stringify(typed)];
    const outcome = new Promise((told) => {
        pages['/outcome'] = async (request) => {
            let body = '';
            for await (const chunk of request) body += chunk;
            told(JSON.parse(body));
            return ['application/json', '{}'];
        };
    });
    const browser = spawn(chromium, [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', `--user-data-dir=${profile}`,
        '--remote-debugging-port=0', `${shopUrl}/pay-out.html`], { stdio: 'ignore' });
    try {
        assert.deepEqual(await outcome, {
            hints: ['', 'That code is not right.'],
            outcome: { paid: 100, method: 'backup_code' },
        });
    } finally {
        const ended = new Promise((exit) => browser.once('exit', exit));
        browser.kill();
        await ended;
    }
});

test('a step-up counts for one request', async () => {
    const Authorization = `Bearer ${await userToken('linus')}`;
    const { session } = await shop('/login', { Authorization }, { code: codes.shift() });
    const { stepUp } = await shop('/payouts', { 'X-Session': session }, { amount: 1 });
    const headers = { 'X-Session': session, 'Step-Up': `${stepUp.nonce} ${await proofOf(stepUp.nonce)}` };
    assert.equal((await shop('/payouts', headers, { amount: 1 })).status, 200);
    assert.equal((await shop('/payouts', headers, { amount: 1 })).status, 403);
    assert.equal((await shop('/payouts', { 'Step-Up': headers['Step-Up'] }, { amount: 1 })).status, 401);
});
