package dev.holdfast.core.call;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;

/** What the failures of the JDK, and ours, tell. */
@AutoService(AmbiguityClues.class)
public final class AmbiguityCluesOfJdk implements AmbiguityClues {

  /** Before Java 24, and since. */
  private static final Set<String> UNSENT_STREAM =
      Set.of("Received RST_STREAM: Stream not processed", "request not processed by peer");

  @Override
  public List<String> ambiguous() {
    return List.of(
        // cut
        "dev.holdfast.AttemptTimeoutException",
        "dev.holdfast.DeadlineExceededException",
        "dev.holdfast.OutcomeUnknownException",
        "java.lang.InterruptedException",
        "java.util.concurrent.CancellationException",
        "java.util.concurrent.TimeoutException",
        // no answer, or half of one
        "java.io.EOFException",
        "java.io.InterruptedIOException",
        "java.net.SocketException",
        "java.net.http.HttpTimeoutException",
        "java.nio.channels.ClosedChannelException",
        "java.rmi.UnmarshalException",
        // a database that went away
        "java.sql.SQLRecoverableException",
        "java.sql.SQLTimeoutException",
        "javax.transaction.HeuristicMixedException",
        "jakarta.transaction.HeuristicMixedException",
        "org.springframework.transaction.TransactionSystemException");
  }

  @Override
  public List<String> unsent() {
    return List.of(
        "dev.holdfast.CallRefusedException",
        "java.net.ConnectException",
        "java.net.NoRouteToHostException",
        "java.net.PortUnreachableException",
        "java.net.UnknownHostException",
        "java.net.http.HttpConnectTimeoutException",
        "java.nio.channels.UnresolvedAddressException",
        "java.nio.channels.UnsupportedAddressTypeException",
        "java.rmi.ConnectException",
        "java.rmi.UnknownHostException",
        "java.util.concurrent.RejectedExecutionException",
        "javax.net.ssl.SSLHandshakeException",
        "java.sql.SQLTransientConnectionException");
  }

  /**
   * Sockets tell a connection that was not made in time from an answer that was late by words, and
   * {@code java.net.http} a stream that was refused from one that was reset.
   */
  @Override
  public boolean tellsUnsent(Throwable failure) {
    String words = String.valueOf(failure.getMessage());
    return failure.getClass() == SocketTimeoutException.class
        ? words.equalsIgnoreCase("connect timed out")
        : failure instanceof IOException && UNSENT_STREAM.contains(words);
  }
}
