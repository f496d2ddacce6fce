/** Fills in a Go template of the few kinds people hand to --format; `json` alone means a JSON object a line. */
function formatRow(format, row, labels = {}) {
  if (format === 'json') return JSON.stringify(row);
  return format
    .replaceAll('\\t', '\t')
    .replaceAll(/\{\{\s*json \.\s*\}\}/g, () => JSON.stringify(row))
    .replaceAll(/\{\{\s*json \.(\w+)\s*\}\}/g, (_, field) => JSON.stringify(row[field]))
    .replaceAll(/\{\{\s*\.Label "([^"]+)"\s*\}\}/g, (_, label) => labels[label] ?? '')
    .replaceAll(/\{\{\s*\.(\w+)\s*\}\}/g, (_, field) => String(row[field]));
}

const labelText = (labels) =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',');

/** Whether a container or network passes every --filter: label=k, label=k=v, name=part, id=prefix, status=x. */
function passes(filters, { id, name, labels, running }) {
  return (filters ?? []).every((filter) => {
    const [kind, key, ...value] = filter.split('=');
    if (kind === 'name') return name.includes(key);
    if (kind === 'id') return id.startsWith(key);
    if (kind === 'status') return key === (running ? 'running' : 'exited');
    return (
      kind === 'label' &&
      Object.hasOwn(labels, key) &&
      (value.length === 0 || labels[key] === value.join('='))
    );
  });
}

module.exports = { formatRow, labelText, passes };
