package dev.holdfast.campaign;

import java.io.IOException;
import java.nio.file.Path;

/** A kind of store. */
public enum Engine {
  POSTGRESQL {
    @Override
    Server start(Path folder) throws IOException {
      return PostgresServer.start(folder);
    }
  },
  REDIS {
    @Override
    Server start(Path folder) throws IOException {
      return RedisInstance.start(folder);
    }
  },
  H2 {
    @Override
    Server start(Path folder) {
      return new Folder(folder.resolve("h2"));
    }
  };

  /** Starts one that keeps its files in a folder. */
  abstract Server start(Path folder) throws IOException;
}
