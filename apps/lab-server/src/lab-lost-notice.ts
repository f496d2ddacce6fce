/** What an active session is told whose lab did not outlast a restart of the server. */
export const LAB_LOST_NOTICE =
  'The server was restarted and your lab is gone; the session is still yours: acquire the lab again.';
