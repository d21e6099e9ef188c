// Run by whatever Node is on the machine. It keeps to a syntax that old ones read, so that they can say what is wrong.
const needed = 20;
const version = process.versions.node;

if (Number(version.split('.')[0]) < needed) {
  console.error(
    `Bindery needs Node ${needed} or newer; this is ${version}. ` +
      'Install it from https://nodejs.org and run the command again.',
  );
  process.exitCode = 1;
} else {
  import('./verbs.mjs').then(({ runVerb }) => runVerb(process.argv[2], process.argv.slice(3)));
}
