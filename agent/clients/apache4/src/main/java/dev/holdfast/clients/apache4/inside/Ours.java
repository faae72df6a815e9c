package dev.holdfast.clients.apache4.inside;

import dev.holdfast.core.wire.Outgoing;
import java.io.Serial;
import org.apache.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/** A header that we added; requests of redirects have the very object. */
final class Ours extends BasicHeader {

  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String host;

  /**
   * @param host to which it may go
   */
  Ours(Outgoing.Header header, @Nullable String host) {
    super(header.name(), header.value());
    this.host = host;
  }

  /** Whether it must not go to that host. */
  boolean isForeignTo(String other) {
    return host == null || !host.equalsIgnoreCase(other);
  }
}
