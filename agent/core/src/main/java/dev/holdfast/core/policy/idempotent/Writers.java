package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ParameterModel;
import java.util.List;
import java.util.Optional;

/** Parameters to which a method writes its answer instead of returning it. */
final class Writers {

  private static final List<String> TYPES =
      List.of(
          "java.io.OutputStream",
          "java.io.Writer",
          "java.nio.channels.WritableByteChannel",
          "jakarta.servlet.ServletResponse",
          "javax.servlet.ServletResponse",
          "jakarta.servlet.AsyncContext",
          "javax.servlet.AsyncContext",
          "jakarta.ws.rs.container.AsyncResponse",
          "javax.ws.rs.container.AsyncResponse",
          "io.grpc.stub.StreamObserver",
          "io.vertx.core.http.HttpServerResponse",
          "io.vertx.ext.web.RoutingContext",
          "com.sun.net.httpserver.HttpExchange",
          "org.springframework.http.HttpOutputMessage",
          "org.springframework.http.server.reactive.ServerHttpResponse");

  private Writers() {}

  /** The first such parameter. */
  static Optional<ParameterModel> among(GuardedMethod method) {
    return method.method().parameters().stream()
        .filter(parameter -> !parameter.type().isArray())
        .filter(
            parameter ->
                TYPES.stream()
                    .anyMatch(type -> method.types().isSubtype(parameter.type().name(), type)))
        .findFirst();
  }
}
