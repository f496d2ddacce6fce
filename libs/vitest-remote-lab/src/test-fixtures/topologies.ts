/** Two routers. */
export const PAIR = 'defaults.device: eos\nnodes: [r1, r2]\nlinks: [r1-r2]\n';
/** One of them. */
export const SINGLE = 'defaults.device: eos\nnodes: [r1]\n';
