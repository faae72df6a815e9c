package dev.holdfast.console.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatCannotBeReadIsAProblemAndNoEnd() throws IOException {
    List<String> problems = new ArrayList<>();
    Path gone = folder.resolve("gone");

    List<Path> files = ClassFiles.below(gone, problems);

    assertThat(files).isEmpty();
    assertThat(problems)
        .containsExactly(
            gone
                + ": unreadable, NoSuchFileException (expected: a file or folder that can be read)."
                + " Permit it, or fetch it again.");
  }
}
