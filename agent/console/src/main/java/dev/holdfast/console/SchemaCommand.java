package dev.holdfast.console;

import dev.holdfast.core.store.Stores;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schema}: what a store needs, for databases in which the agent may not create it. */
@Command(
    name = "schema",
    description = "Print the statements that create the tables of a store.",
    mixinStandardHelpOptions = true,
    versionProvider = HoldfastCommand.Versions.class)
final class SchemaCommand implements Callable<Integer> {

  @Parameters(paramLabel = "STORE", description = "The kind of store: jdbc:postgresql, jdbc:h2")
  private String store = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Optional<String> schema = Stores.installed().schema(store);
    if (schema.isEmpty()) {
      String kind = store.substring(0, Math.max(0, store.indexOf(':')));
      throw new ParameterException(
          spec.commandLine(),
          "%s: no store that needs a schema (expected: jdbc:postgresql or jdbc:h2)"
              .formatted(kind.isEmpty() ? store : kind));
    }
    spec.commandLine().getOut().print(schema.get());
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }
}
