// Proves that the code in docs/integrate.md is the code of the files that it names: FOLDER OF docs/integrate.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const document = readFileSync(join(folder, '..', 'integrate.md'), 'utf8');
const fences = [...document.matchAll(/^```(\S*)[ \t]*(.*)\n([\s\S]*?)^```$/gm)];
const wrong = [];
let quoted = 0;
for (const [, language, name, code] of fences) {
    if (language === 'sh') continue; // commands, not code of ours
    quoted++;
    const file = name && readFileSync(join(folder, '..', name), 'utf8');
    if (!file || !`\n${file}`.includes(`\n${code}`)) wrong.push(`${name || 'a block without a file'}:\n${code}`);
}
if (quoted === 0) wrong.push('no code at all');
for (const block of wrong) console.error(`docs/integrate.md does not say what is in ${block}`);
process.exit(wrong.length > 0 ? 1 : 0);
