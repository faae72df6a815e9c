package dev.holdfast.clients.apache5.inside;

import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.wire.Outgoing;
import dev.holdfast.core.wire.Wire;
import java.io.Serial;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/** A header that we added; requests of redirects have the very object. */
final class Ours extends BasicHeader {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Outgoing.Header header;
  private final @Nullable String host;

  /**
   * @param host to which it may go
   */
  Ours(Outgoing.Header header, @Nullable String host) {
    super(header.name(), header.value());
    this.header = header;
    this.host = host;
  }

  /** Whether it must not go to that host. */
  boolean isForeignTo(String other) {
    return host == null || !host.equalsIgnoreCase(other);
  }

  /** A request goes on without it, on the thread that began with it. */
  void withhold(String method) {
    Wire.withhold(header, Scopes.current().requests(), method);
  }
}
