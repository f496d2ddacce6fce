import type { Platform } from '../../engine/platform';
import { alcatelAos } from './alcatel-aos';
import { alliedTelesisAwplus } from './allied-telesis-awplus';
import { arubaOs } from './aruba-os';
import { avayaErs } from './avaya-ers';
import { avayaVsp } from './avaya-vsp';
import { broadcomIcos } from './broadcom-icos';
import { brocadeFastiron } from './brocade-fastiron';
import { brocadeNetiron } from './brocade-netiron';
import { checkpointGaia } from './checkpoint-gaia';
import { cienaSaos } from './ciena-saos';
import { ciscoAsa } from './cisco-asa';
import { ciscoFtd } from './cisco-ftd';
import { ciscoS300 } from './cisco-s300';
import { dellForce10 } from './dell-force10';
import { dellPowerconnect } from './dell-powerconnect';
import { dlinkDs } from './dlink-ds';
import { eltex } from './eltex';
import { ericssonIpos } from './ericsson-ipos';
import { extremeExos } from './extreme-exos';
import { hpComware } from './hp-comware';
import { hpProcurve } from './hp-procurve';
import { huaweiSmartax } from './huawei-smartax';
import { ipinfusionOcnos } from './ipinfusion-ocnos';
import { juniperScreenos } from './juniper-screenos';
import { paloaltoPanos } from './paloalto-panos';
import { ruckusFastiron } from './ruckus-fastiron';
import { ubiquitiEdgerouter } from './ubiquiti-edgerouter';
import { ubiquitiEdgeswitch } from './ubiquiti-edgeswitch';
import { vyattaVyos } from './vyatta-vyos';
import { yamaha } from './yamaha';
import { zyxelOs } from './zyxel-os';

/** The platforms that are told in few words, by name. */
export const simplePlatforms: readonly Platform[] = [
  alcatelAos,
  alliedTelesisAwplus,
  arubaOs,
  avayaErs,
  avayaVsp,
  broadcomIcos,
  brocadeFastiron,
  brocadeNetiron,
  checkpointGaia,
  cienaSaos,
  ciscoAsa,
  ciscoFtd,
  ciscoS300,
  dellForce10,
  dellPowerconnect,
  dlinkDs,
  eltex,
  ericssonIpos,
  extremeExos,
  hpComware,
  hpProcurve,
  huaweiSmartax,
  ipinfusionOcnos,
  juniperScreenos,
  paloaltoPanos,
  ruckusFastiron,
  ubiquitiEdgerouter,
  ubiquitiEdgeswitch,
  vyattaVyos,
  yamaha,
  zyxelOs,
];
