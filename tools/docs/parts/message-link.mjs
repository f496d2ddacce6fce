/**
 * A link to a message's table on the same page.
 * @param {string} name `LabStatusDto`
 * @returns {string}
 */
export function messageLink(name) {
  return `[${name}](#${name.toLowerCase()})`;
}
