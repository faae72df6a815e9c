package dev.holdfast.console;

import dev.holdfast.console.explain.Explainer;
import dev.holdfast.console.explain.Explanation;
import dev.holdfast.console.explain.JsonReport;
import dev.holdfast.console.explain.Palette;
import dev.holdfast.console.explain.TextReport;
import dev.holdfast.core.config.ConfigurationStart;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.weaving.model.PathTypes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: what would be woven, and every problem. */
@Command(
    name = "explain",
    description = "Print what would be woven into class files: every plan, every problem.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no problems", "1:problems were found", "2:the command was not understood"},
    mixinStandardHelpOptions = true,
    versionProvider = HoldfastCommand.Versions.class,
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

  private static final int PROBLEMS = 1;

  private final Properties properties;
  private final Map<String, String> environment;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Jars (executable ones and web archives, too) and folders of class files.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "Print JSON, every attribute included.")
  private boolean isJson;

  @Option(names = "--all", description = "Print defaults one by one as well, empty ones too.")
  private boolean hasDefaults;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration file, as holdfast.config.")
  private @Nullable Path config;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "A system property: -Dholdfast.rule.pay.match=shop.PayClient#*")
  private Map<String, String> definitions = new LinkedHashMap<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * @param properties the system properties, below those of the command itself
   * @param environment the environment variables
   */
  ExplainCommand(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    PolicyCatalog catalog = PolicyCatalog.installed();
    ConfigurationStart start =
        ConfigurationStart.read(null, allProperties(), environment, () -> catalog);
    Explanation explanation;
    try (PathTypes types = new PathTypes(paths)) {
      explanation = new Explainer(catalog, start).explain(types);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.println(JsonReport.of(explanation));
    } else {
      Palette palette = Palette.of(CommandLine.Help.Ansi.AUTO.enabled());
      out.print(new TextReport(palette, hasDefaults).of(explanation));
    }
    return explanation.isClean() ? CommandLine.ExitCode.OK : PROBLEMS;
  }

  private Properties allProperties() {
    Properties all = new Properties();
    for (String key : properties.stringPropertyNames()) {
      all.setProperty(key, properties.getProperty(key, ""));
    }
    definitions.forEach(all::setProperty);
    if (config != null) {
      all.setProperty("holdfast.config", config.toString());
    }
    return all;
  }
}
