/** The release that all of them run. */
export const TIMOS_VERSION = 'B-24.10.R3';

/** What stands above everything that SR OS writes into files and says of its version. */
export const TIMOS_LINES = [
  `TiMOS-${TIMOS_VERSION} both/x86_64 Nokia 7750 SR Copyright (c) 2000-2025 Nokia.`,
  'All rights reserved. All use subject to applicable license agreements.',
  'Built on Wed Jan 29 09:17:33 UTC 2025 by builder in /builds/2410B/R3/panos/main/sros',
] as const;

/** The netlab devices that run SR OS. */
export const srosDevices: readonly string[] = ['sros', 'srsim'];
