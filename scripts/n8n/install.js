'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const { run } = require('./children');
const { alone } = require('./lock');
const places = require('./places');
const { during, say } = require('./progress');
const { ensureNode, installInto } = require('./runtime');

const stampFile = path.join(places.n8n, 'installed.json');

/** What an install is made from. The stamp is written last, so a half-made folder never carries it. */
function recipe() {
	const lock = crypto.createHash('sha256').update(fs.readFileSync(places.lockfile)).digest('hex');
	return JSON.stringify({ n8n: places.versions.n8n, platform: `${process.platform}-${process.arch}`, lock });
}

function isInstalled() {
	return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === recipe();
}

/** A private n8n in `.n8n-local/`: made once, continued after an interruption. Gives what is needed to start it. */
async function ensureN8n() {
	return await alone(path.join(places.local, 'install.lock'), async () => {
		const { node, nodeHome } = await ensureNode();
		if (!isInstalled()) await install(node, nodeHome);
		return { node, nodeHome, bin: path.join(places.n8n, 'node_modules', 'n8n', 'bin', 'n8n') };
	});
}

async function install(node, nodeHome) {
	say(`Installing n8n ${places.versions.n8n} into .n8n-local/ (once; about 2.2 GB and one to five minutes)`);
	const pnpm = await ensurePnpm(node);
	const inFolder = (args, seen) =>
		run(node, [pnpm, ...args, '--reporter=append-only'], {
			cwd: places.n8n,
			env: buildEnvironment(node, nodeHome),
			onLine: seen,
		});

	writeProject();
	try {
		await fetchPackages(inFolder);
	} catch (error) {
		// What an interrupted attempt left behind can be beyond pnpm's repair. The downloads are kept in its store.
		say(`  ${error.message.split('\n').slice(-3).join('\n  ')}\n  Trying once more from an empty folder.`);
		fs.rmSync(places.n8n, { recursive: true, force: true });
		writeProject();
		await fetchPackages(inFolder);
	}
	await compileSqlite(inFolder);
	fs.writeFileSync(stampFile, recipe());
	// The files are hard links into this store; without it they stay, and 270 MB of leftovers go.
	fs.rmSync(places.pnpmStore, { recursive: true, force: true });
}

async function ensurePnpm(node) {
	const bin = path.join(places.pnpm, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
	const version = fs.existsSync(bin)
		? await run(node, [bin, '--version'], { cwd: places.pnpm }).catch(() => '')
		: '';
	if (version.trim() !== places.versions.pnpm) {
		await during(`Fetching pnpm ${places.versions.pnpm}`, () =>
			installInto(places.pnpm, `pnpm@${places.versions.pnpm}`),
		);
	}
	return bin;
}

function writeProject() {
	fs.mkdirSync(places.n8n, { recursive: true });
	fs.rmSync(stampFile, { force: true });
	const manifest = { private: true, dependencies: { n8n: places.versions.n8n } };
	fs.writeFileSync(path.join(places.n8n, 'package.json'), JSON.stringify(manifest));
	const settings = {
		storeDir: places.pnpmStore,
		allowBuilds: { sqlite3: true },
		// n8n names this one by a download address of its maker; the registry has a copy.
		overrides: { xlsx: '0.18.5' },
	};
	// JSON is YAML too.
	fs.writeFileSync(path.join(places.n8n, 'pnpm-workspace.yaml'), JSON.stringify(settings));
	fs.copyFileSync(places.lockfile, path.join(places.n8n, 'pnpm-lock.yaml'));
}

/** Install scripts stay off: one of them (a Kafka client) fails without a compiler set-up that few machines have. */
async function fetchPackages(pnpm) {
	let latest = '';
	const watch = (line) => {
		if (line.includes('Progress:')) latest = line.slice(line.indexOf('Progress:') + 9).trim();
	};
	await during(
		'Fetching the packages of n8n',
		() => pnpm(['install', '--frozen-lockfile', '--ignore-scripts'], watch),
		() => latest,
	);
}

/** The one native part that n8n cannot do without. Its own script downloads a build, or compiles one. */
async function compileSqlite(pnpm) {
	try {
		await during('Compiling SQLite for n8n (half a minute to a minute)', () => pnpm(['rebuild', 'sqlite3']));
	} catch (error) {
		throw new Error(`${error.message}\n\n${await missingTools()}`);
	}
}

async function missingTools() {
	const tools = { python3: 'Python 3', make: 'make', 'g++': 'a C++ compiler (g++)' };
	const absent = [];
	for (const [command, name] of Object.entries(tools)) {
		if (!(await run(command, ['--version']).catch(() => ''))) absent.push(name);
	}
	if (!absent.length)
		return 'SQLite could not be made ready for n8n; the lines above are what its build said.';
	return `SQLite has to be compiled for n8n here, and this machine has no ${absent.join(', no ')}. On Debian or Ubuntu: apt-get install python3 make g++`;
}

function buildEnvironment(node, nodeHome) {
	return {
		...process.env,
		PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
		// The headers beside this very Node; an `nodedir` of the machine may belong to another one.
		npm_config_nodedir: nodeHome,
		// Unoptimised is enough for a private n8n, and takes half the time.
		CFLAGS: '-O0',
		CXXFLAGS: '-O0',
		CI: 'true',
	};
}

module.exports = { ensureN8n };
