// Checks one kind of file of deploy/ for the script beside this one: node deploy.mjs PACKAGES compose|kubernetes|monitoring FILE...
// Prints what is wrong, a line each, and then ends with status 1.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const [folder, kind, ...files] = process.argv.slice(2);
const packages = createRequire(`${folder}/package.json`);
const {parse, parseAllDocuments} = packages('yaml');
const wrong = [];
const complain = (where, what) => wrong.push(`${where}: ${what}`);
const read = file => readFileSync(file, 'utf8');
const esm = path => import(pathToFileURL(`${folder}/node_modules/${path}`));

/** Settings of ours must be in the README's table, and no value may be a secret. */
function checkEnvironment(where, settings, readme) {
  const known = new Set([...readme.matchAll(/`(lifering\.[a-z.-]+)`/g)].map(([, name]) => name.toUpperCase().replace(/[.-]/g, '_')));
  for (const [name, value] of Object.entries(settings)) {
    if (name.startsWith('LIFERING_') && !known.has(name)) complain(where, `${name} is not a setting of the README`);
    if (/PASSWORD$|SECRET$|KEYS_VALUE$/.test(name)) complain(where, `${name} = ${value} belongs into a file`);
  }
}

function compose([file, readme]) {
  const {default: Ajv} = packages('ajv');
  const {$schema, ...schema} = JSON.parse(read(`${folder}/node_modules/dclint/schemas/compose.schema.json`));
  const ajv = new Ajv({strict: false, allErrors: true, validateFormats: false});
  const validate = ajv.compile(schema);
  const document = parse(read(file));
  if (!validate(document)) validate.errors.forEach(error => complain(file, `${error.instancePath} ${error.message}`));
  for (const [name, service] of Object.entries(document.services)) {
    const where = `${file} ${name}`;
    checkEnvironment(where, service.environment ?? {}, read(readme));
    if (!service.read_only) complain(where, 'its root can be written to');
    if (!/^[1-9]\d*:/.test(service.user ?? '')) complain(where, 'runs as root');
    if (service.cap_drop?.[0] !== 'ALL') complain(where, 'keeps capabilities');
    if (!service.security_opt?.includes('no-new-privileges:true')) complain(where, 'may gain privileges');
    if (!service.healthcheck) complain(where, 'has no health check');
    for (const secret of service.secrets ?? []) if (!document.secrets[secret]) complain(where, `no secret ${secret}`);
  }
}

/** The fields that Kubernetes does not know, found in the attribute tables of its client: the schemas allow any. */
function unknownFields(models, type, value, where) {
  const list = type.match(/^(?:Array|Set)<(.*)>$/);
  const map = type.match(/^\{ \[key: string\]: (.*); \}$/);
  if (list && Array.isArray(value)) value.forEach((each, at) => unknownFields(models, list[1], each, `${where}[${at}]`));
  if (map && value) Object.entries(value).forEach(([key, each]) => unknownFields(models, map[1], each, `${where}.${key}`));
  const attributes = models[type]?.attributeTypeMap;
  if (!attributes || typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    const attribute = attributes.find(({baseName}) => baseName === name);
    if (attribute) unknownFields(models, attribute.type, each, `${where}.${name}`);
    else complain(where, `${name} is not a field of ${type}`);
  }
}

/** Pod Security Standards, "restricted". */
function checkPod(where, pod) {
  const allowed = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
  if (pod.hostNetwork || pod.hostPID || pod.hostIPC) complain(where, 'shares a namespace of the host');
  if (pod.securityContext?.runAsNonRoot !== true || pod.securityContext.runAsUser === 0) complain(where, 'may run as root');
  if (pod.securityContext?.seccompProfile?.type !== 'RuntimeDefault') complain(where, 'has no seccomp profile');
  for (const volume of pod.volumes ?? [])
    if (!Object.keys(volume).some(key => allowed.includes(key))) complain(where, `volume ${volume.name} is of a forbidden kind`);
  for (const container of [...pod.containers, ...pod.initContainers ?? []]) {
    const security = container.securityContext ?? {};
    if (security.allowPrivilegeEscalation !== false) complain(where, `${container.name} may gain privileges`);
    if (security.privileged) complain(where, `${container.name} is privileged`);
    if (!security.capabilities?.drop?.includes('ALL') || security.capabilities.add) complain(where, `${container.name} keeps capabilities`);
    if (security.readOnlyRootFilesystem !== true) complain(where, `${container.name} can write to its root`);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      if (!container[probe]?.httpGet.path.startsWith('/q/health/')) complain(where, `${container.name} has no ${probe}`);
  }
}

/** What is asked to end gets the time that it takes at most: balancers, calls in work, background work, readings. */
function checkGrace(where, pod, settings) {
  const calls = Number(settings.QUARKUS_SHUTDOWN_TIMEOUT?.match(/^(\d+)S$/)?.[1]);
  const balancers = Number(pod.containers[0].lifecycle.preStop.exec.command.at(-1));
  if (!(pod.terminationGracePeriodSeconds >= balancers + calls + 2 * 10 + 2))
    complain(where, `${pod.terminationGracePeriodSeconds} s of grace are too few for ${balancers} + ${calls} + 22 s`);
}

async function kubernetes([file, readme]) {
  const models = await esm('@kubernetes/client-node/dist/gen/models/all.js');
  const documents = parseAllDocuments(read(file)).map(document => document.toJS());
  const settings = documents.find(({kind}) => kind === 'ConfigMap').data;
  checkEnvironment('ConfigMap', settings, read(readme));
  for (const document of documents) {
    const {apiVersion, kind, metadata} = document;
    const where = `${kind} ${metadata.name}`;
    const {[kind]: Kind} = await esm(`kubernetes-models/${apiVersion}/${kind}.js`);
    try {
      new Kind(document).validate();
    } catch (refused) {
      complain(where, refused.message);
    }
    unknownFields(models, apiVersion.split('/').at(-1).replace(/^v/, 'V') + kind, document, where);
    if (kind === 'Secret') complain(where, 'a secret has no place in a file');
    if (kind === 'Deployment') {
      checkPod(where, document.spec.template.spec);
      checkGrace(where, document.spec.template.spec, settings);
    }
  }
  for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler', 'NetworkPolicy'])
    if (!documents.some(document => document.kind === kind)) complain(file, `no ${kind}`);
}

/** Alerts lead to a heading of the handbook; the dashboard's queries become rules, for promtool to read. */
function monitoring([alerts, dashboard, handbook, queries]) {
  const anchors = new Set([...read(handbook).matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-')));
  for (const rule of parse(read(alerts)).groups.flatMap(({rules}) => rules)) {
    const [page, anchor] = rule.annotations.runbook_url.split('#');
    if (page !== handbook || !anchors.has(anchor)) complain(rule.alert, `no heading #${anchor} in ${handbook}`);
  }
  const panels = JSON.parse(read(dashboard)).panels;
  if (new Set(panels.map(({id}) => id)).size !== panels.length) complain(dashboard, 'an id is used twice');
  const rules = panels.flatMap(({targets = []}) => targets).map(({expr}, at) => ({
    record: `query:${at}`,
    expr: expr.replaceAll('$__rate_interval', '5m'),
  }));
  if (rules.length < 20) complain(dashboard, 'too few queries were found');
  writeFileSync(queries, JSON.stringify({groups: [{name: 'dashboard', rules}]}));
}

await {compose, kubernetes, monitoring}[kind](files);
wrong.forEach(line => console.error(line));
process.exitCode = wrong.length ? 1 : 0;
