// Plays the identity provider in CI: discovery, keys and a token endpoint that answer as a realm of Keycloak does, with
// RS256. Its passwords are known and it asks for no consent, so it is good for nothing else.
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}/realms/acme`;
const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
const key = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };

// As the mappers in docs/integrate.md have it: realm roles as they are, the account from an attribute of the user.
const people = {
    linus: { sub: '0b7c4a52-2f0e-4a7c-9d3e-6f1c2a348d5e', account_id: 'acme', email: 'linus@acme.example', roles: ['user'] },
    ada: { sub: '5d2f9c10-7b1e-4e6a-8c47-1a2b3c4d5e6f', account_id: 'acme', email: 'ada@acme.example', roles: ['user', 'admin'] },
};
const clients = { 'login-service': { sub: 'e1b9f5a0-3c6d-4f5e-a1b2-c3d4e5f60718', roles: ['service'] } };

async function token(form) {
    const who = form.get('grant_type') === 'client_credentials' ? clients[form.get('client_id')] : people[form.get('username')];
    const secret = form.get('client_secret') ?? form.get('password');
    if (!who || secret !== 'secret') return [401, { error: 'invalid_grant' }];
    const { roles, ...claims } = who;
    const signed = await new SignJWT({
        ...claims,
        typ: 'Bearer',
        azp: form.get('client_id'),
        realm_access: { roles: ['offline_access', 'default-roles-acme', ...roles] },
    })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'k1' })
        .setIssuer(issuer)
        .setAudience(form.get('audience')?.split(' ') ?? ['lifering', 'shop'])
        .setIssuedAt()
        .setExpirationTime('5m')
        .setJti(crypto.randomUUID())
        .sign(privateKey);
    return [200, { access_token: signed, token_type: 'Bearer', expires_in: 300 }];
}

async function answer(request) {
    let body = '';
    for await (const chunk of request) body += chunk;
    switch (`${request.method} ${request.url.replace('/realms/acme', '')}`) {
        case 'GET /.well-known/openid-configuration':
            return [200, {
                issuer,
                jwks_uri: `${issuer}/protocol/openid-connect/certs`,
                token_endpoint: `${issuer}/protocol/openid-connect/token`,
            }];
        case 'GET /protocol/openid-connect/certs':
            return [200, { keys: [key] }];
        case 'POST /protocol/openid-connect/token':
            return token(new URLSearchParams(body));
        default:
            return [404, {}];
    }
}

createServer(async (request, response) => {
    const [status, body] = await answer(request);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}).listen(port, '127.0.0.1');
