package dev.holdfast.campaign;

import java.nio.file.Path;

/** A folder, which one process uses after the other. */
record Folder(Path path) implements Server {

  @Override
  public String name() {
    return "H2";
  }

  @Override
  public String url() {
    return "file:" + path;
  }

  @Override
  public int processes() {
    return 1;
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public void crash() {
    // There is no server.
  }

  @Override
  public void close() {
    // There is no server.
  }
}
