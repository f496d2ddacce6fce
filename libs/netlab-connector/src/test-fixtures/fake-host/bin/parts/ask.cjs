const { traceback } = require('./say.cjs');

/** Asks on stdout and waits for a line of stdin; a closed stdin ends netlab with Python's EOFError. */
function readAnswer(prompt) {
  process.stdout.write(`${prompt} [y/n]: `);
  return new Promise((resolve) => {
    let text = '';
    process.stdin.setEncoding('utf8');
    process.stdin.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.split('\n')[0].trim().toLowerCase());
    });
    process.stdin.on('end', () => resolve(undefined));
    process.stdin.on('error', () => resolve(undefined));
  });
}

async function confirm(prompt) {
  const answer = await readAnswer(prompt);
  if (answer === undefined) traceback('EOFError: EOF when reading a line');
  return answer === 'y' || answer === 'yes';
}

module.exports = { confirm };
