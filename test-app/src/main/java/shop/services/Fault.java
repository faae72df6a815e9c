package shop.services;

/** What can happen to one request. */
enum Fault {
  /** It is answered. */
  NONE,

  /** It is answered 503 with Retry-After; nothing was done. */
  BUSY,

  /** It is done, and answered late. */
  SLOW,

  /** The connection is closed; nothing was done. */
  CUT,

  /** It is done, and then the connection is closed: the answer is lost. */
  LOST
}
