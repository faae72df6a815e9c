package dev.holdfast.core.wire;

/**
 * What a key belongs to.
 *
 * @param host as the request names it, without a port
 * @param path without the query
 */
record Target(String method, String host, String path) {

  @Override
  public String toString() {
    return method + " " + host + path;
  }
}
