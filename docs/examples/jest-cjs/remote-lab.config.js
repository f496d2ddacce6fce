module.exports = { topology: 'pair.yml', reuse: true };
