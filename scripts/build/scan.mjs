// n8n's own scan, as it runs when a package is submitted: node scan.mjs <sources> <packed package>
// A program of its own, because the scanner is an ES module with a linter of its own version.
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [sources, packed] = process.argv.slice(2);

const looks = [
	['the sources', await analyzePackage(sources, SOURCE_FILE_PATTERNS)],
	['the packed files', await analyzePackage(packed)],
];

for (const [what, result] of looks) {
	console.log(`Scan of ${what}: ${result.passed ? 'nothing found' : result.message}`);
	// 'No files found to analyze' passes, and would be a scan of nothing.
	if (result.passed && result.message) throw new Error(result.message);
	if (result.details) console.log(result.details);
	if (!result.passed) process.exitCode = 1;
}
