/**
 * Sends a request; where the service asks for a step-up, has the user type a code, gets the proof from Lifering, and sends
 * the request once more with it. `askForCode(hint)` shows your dialog and gives a code, or null when the user gives up;
 * `token()` gives the user's own access token, with `lifering` in its audience.
 */
export async function withStepUp(request, { lifering, token, askForCode }) {
    const first = await fetch(request.clone());
    const { stepUp } = first.status === 403 ? await first.clone().json() : {};
    if (!stepUp) return first;
    const proof = await prove(stepUp, { lifering, token, askForCode });
    if (!proof) return first;
    request.headers.set('Step-Up', `${stepUp.nonce} ${proof}`);
    return fetch(request);
}

async function prove(stepUp, { lifering, token, askForCode }) {
    let hint = '';
    for (;;) {
        const code = await askForCode(hint);
        if (code === null) return null;
        const answer = await fetch(`${lifering}/v1/me/verifications`, {
            method: 'POST',
            headers: { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json' },
            body: JSON.stringify({ code, ...stepUp }),
        });
        const said = await answer.json();
        if (answer.ok) return said.assertion;
        if (answer.status !== 422) throw new Error(said.detail); // locked (429), signed out (401), not enrolled (409) …
        hint = said.type.endsWith(':code-malformed') ? said.detail : 'That code is not right.';
    }
}
