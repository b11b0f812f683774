/** Names of things at a Mi Home central hub. */
export const hub = {
  /** The device that stands for the scenes of the Mi Home app. */
  scenes: "Mi Home scenes",
};
