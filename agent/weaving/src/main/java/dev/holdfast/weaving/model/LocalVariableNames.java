package dev.holdfast.weaving.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The names of local variables that hold parameters, from debug information ({@code -g}). Read at
 * the first question, in one walk over the attributes that steps over the instructions.
 */
final class LocalVariableNames {

  private static final int MEMBER_HEAD = 8;
  private static final int ATTRIBUTE_HEAD = 6;
  private static final int VARIABLE = 10;

  private final ClassReader reader;
  private final char[] buffer;
  private @Nullable Map<String, Map<Integer, String>> byMethod;

  LocalVariableNames(ClassReader reader) {
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
  }

  /** The name of the variable that is in a slot from the method's first instruction on. */
  Optional<String> at(String method, String descriptor, int slot) {
    Map<String, Map<Integer, String>> names = byMethod;
    if (names == null) {
      names = read();
      byMethod = names;
    }
    return Optional.ofNullable(names.getOrDefault(method + descriptor, Map.of()).get(slot));
  }

  private Map<String, Map<Integer, String>> read() {
    Map<String, Map<Integer, String>> names = new HashMap<>();
    int interfaces = reader.readUnsignedShort(reader.header + 6);
    int at = reader.header + 8 + 2 * interfaces;
    int fields = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = afterAttributes(at + MEMBER_HEAD - 2);
    }
    int methods = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < methods; i++) {
      String method = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
      int code = find("Code", at + MEMBER_HEAD - 2);
      if (code != 0) {
        names.put(method, variables(code));
      }
      at = afterAttributes(at + MEMBER_HEAD - 2);
    }
    return names;
  }

  /** The variables of a {@code Code} attribute that live from its first instruction on. */
  private Map<Integer, String> variables(int code) {
    int handlers = code + 8 + reader.readInt(code + 4);
    int attributes = handlers + 2 + 8 * reader.readUnsignedShort(handlers);
    int table = find("LocalVariableTable", attributes);
    if (table == 0) {
      return Map.of();
    }
    Map<Integer, String> names = new HashMap<>();
    int count = reader.readUnsignedShort(table);
    for (int i = 0; i < count; i++) {
      int variable = table + 2 + i * VARIABLE;
      if (reader.readUnsignedShort(variable) == 0) {
        names.put(reader.readUnsignedShort(variable + 8), reader.readUTF8(variable + 4, buffer));
      }
    }
    return names;
  }

  /** The offset of the contents of a named attribute, 0 if it is not in the table. */
  private int find(String name, int table) {
    int at = table + 2;
    for (int left = reader.readUnsignedShort(table); left > 0; left--) {
      if (name.equals(reader.readUTF8(at, buffer))) {
        return at + ATTRIBUTE_HEAD;
      }
      at += ATTRIBUTE_HEAD + reader.readInt(at + 2);
    }
    return 0;
  }

  private int afterAttributes(int table) {
    int at = table + 2;
    for (int left = reader.readUnsignedShort(table); left > 0; left--) {
      at += ATTRIBUTE_HEAD + reader.readInt(at + 2);
    }
    return at;
  }
}
