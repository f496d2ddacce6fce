/** What stands after the name in a prompt: `-GigabitEthernet0/0/1`, `-ospf-1-area-0.0.0.0`, `-bgp-af-ipv4`. */
export function viewName(path: readonly string[]): string {
  return path.map((section) => `-${sectionName(section)}`).join('');
}

function sectionName(section: string): string {
  const [keyword = '', first = '', ...others] = section.split(' ');
  switch (keyword) {
    case 'interface':
      return first;
    case 'ospf':
    case 'area':
      return `${keyword}-${first}`;
    case 'ipv4-family':
      return 'af-ipv4';
    case 'ipv6-family':
      return 'af-ipv6';
    case 'user-interface':
      return `ui-${first === 'con' ? 'console' : first}${others.join('-')}`;
    default:
      return keyword;
  }
}
