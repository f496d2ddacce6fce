/**
 * Lines of left-aligned columns. A negative width aligns right; a cell that is too long pushes the rest of its
 * line; the last column is not padded.
 */
export function textTable(widths: readonly number[], rows: readonly (readonly string[])[]): string[] {
  return rows.map((cells) =>
    cells
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return width < 0 ? cell.padStart(-width) : cell.padEnd(width);
      })
      .join('')
      .trimEnd(),
  );
}
