/** Cameras: which is meant, and why one gives no picture. */
export const cameras = {
  named: 'camera "{id}"',
  noStill: 'a picture of the camera "{name}"',
  noStream: 'a stream of the camera "{name}"',
  redirected: "it sends to another address, which Jia does not follow",
  status: ({ status }: { status: number }) =>
    status === 401 || status === 403
      ? `it wants another user or password (${status}). Jia knows only Basic authentication; for Digest use go2rtc`
      : `it answered ${status}`,
  noPicture: ({ type }: { type: string }) => `it gave ${type === "" ? "something" : type}, which is no picture`,
  tooLarge: "its picture is larger than 8 MB",
  tooLate: "it took too long",
  noAnswer: "it does not answer",
};
