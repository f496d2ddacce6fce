import type { InventoryDocument } from './inventory-document';

/** What FakeNOS starts when it is told nothing: three hosts on the ports 6000 to 6002, user `user`, password `user`. */
export const defaultInventory: InventoryDocument = {
  hosts: {
    router_cisco_ios: { platform: 'cisco_ios', port: 6000 },
    router_huawei_smartax: { platform: 'huawei_smartax', port: 6001 },
    router_arista_eos: { platform: 'arista_eos', port: 6002 },
  },
};
