package dev.holdfast.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class UsageErrorsTest {

  @Test
  void aFailureWhoseMessageIsAPathAloneSaysWhatHappened() {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new ExplainCommand(new Properties(), Map.of()));
    command.setErr(new PrintWriter(err, true));

    new UsageErrors()
        .handleExecutionException(
            new AccessDeniedException("/srv/shop"), command, command.parseArgs("shop.jar"));

    assertThat(err.toString().strip()).isEqualTo("java.nio.file.AccessDeniedException: /srv/shop");
  }
}
