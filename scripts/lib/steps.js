'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { complaintsAboutTrackedFiles } = require('./trackedFiles');

const root = path.join(__dirname, '..', '..');
const inModules = (...parts) => path.join(root, 'node_modules', ...parts);

/** What `npm test` does, in this order. Each step tells how many of its checks passed and how many failed. */
const steps = [
	{ name: 'files', what: 'What git keeps works on any machine', run: checkTrackedFiles },
	{
		name: 'lint',
		what: "n8n's linter, strict",
		run: () => program(inModules('@n8n', 'node-cli', 'bin', 'n8n-node.mjs'), 'lint'),
	},
	{
		name: 'types',
		what: 'Type check',
		run: () => program(inModules('typescript', 'bin', 'tsc'), '--noEmit'),
	},
	{
		name: 'build',
		what: "Build, and n8n's scan of the packed files",
		run: () => program(inModules('gulp', 'bin', 'gulp.js'), 'build'),
	},
	{ name: 'unit', what: 'The jest suites', run: jest },
	{ name: 'e2e', what: 'One run of real n8n', run: endToEnd },
];

const asOne = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

function checkTrackedFiles() {
	const complaints = complaintsAboutTrackedFiles(root);
	for (const complaint of complaints) console.log(complaint);
	return asOne(complaints.length === 0);
}

async function program(script, ...args) {
	return asOne((await exitCode(script, args)) === 0);
}

async function jest() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jest-report-'));
	const report = path.join(folder, 'report.json');
	try {
		const code = await exitCode(inModules('jest', 'bin', 'jest.js'), [
			'--ci',
			'--json',
			`--outputFile=${report}`,
		]);
		if (!fs.existsSync(report)) return asOne(false);
		const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
			fs.readFileSync(report, 'utf8'),
		);
		const failed = numFailedTests + numRuntimeErrorTestSuites;
		// jest can end red with every test green: a wrong setting, an open handle, no tests at all.
		return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(1, failed) };
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

async function endToEnd() {
	const script = path.join(root, 'scripts', 'e2e.js');
	if (!fs.existsSync(script)) {
		console.log('scripts/e2e.js is missing: the run of real n8n was not made.');
		return asOne(false);
	}
	return await program(script);
}

/** Its output goes straight to the terminal; stdin stays shut, so that nothing can wait for an answer. */
function exitCode(script, args) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [script, ...args], {
			cwd: root,
			stdio: ['ignore', 'inherit', 'inherit'],
		});
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}

module.exports = { steps };
