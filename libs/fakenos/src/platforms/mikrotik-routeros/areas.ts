/** What an OSPF area is called: `backbone`, `area-0.0.0.1`. */
export function areaName(area: string): string {
  return area === '0.0.0.0' ? 'backbone' : `area-${area}`;
}
