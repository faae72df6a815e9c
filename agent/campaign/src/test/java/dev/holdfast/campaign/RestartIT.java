package dev.holdfast.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.campaign.keeper.Keeper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left when the program and the server are started anew. */
class RestartIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aDuplicateGetsAnEqualAnswerWhateverItsType(Engine engine) throws Exception {
    List<String> printed = new ArrayList<>();
    try (Server server = engine.start(folder)) {
      printed.addAll(Program.run(Keeper.class, server.url(), "first"));

      server.crash();

      printed.addAll(Program.run(Keeper.class, server.url(), "again"));
    }
    assertThat(printed).noneMatch(line -> line.contains(" WARN "));
  }
}
