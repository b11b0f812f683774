/** Names of the home's main valve. */
export const mainValves =
  "main water valve, main valve, stopcock, stop cock, water main, mains valve, main shutoff, main gas valve";

/** Parts of names of devices that must keep running. */
export const essentialNames =
  "aquarium, fish tank, fish, terrarium, vivarium, reptile, fridge, refrigerator, freezer, icebox, router, modem, wifi, wi fi, wi-fi, network, ethernet, nas, server, hub, gateway, bridge, pump, alarm, security, siren, surveillance, camera, doorbell, medical, oxygen, cpap, nebulizer, nebuliser, dialysis, incubator, medicine, insulin, baby monitor, sump, septic, ups, grow light";
