package dev.holdfast.clients.jdbc;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which statements of any driver and of any pool are executed, and transactions ended.
 * Classes that implement the standard's interfaces are found by that; drivers that put interfaces
 * of their own between are listed.
 */
@AutoService(Hooks.class)
public final class JdbcHooks implements Hooks {

  private static final List<String> INTERFACES =
      List.of(
          "java.sql.Statement",
          "java.sql.PreparedStatement",
          "java.sql.CallableStatement",
          "com.mysql.cj.jdbc.JdbcStatement",
          "com.mysql.cj.jdbc.JdbcPreparedStatement",
          "com.microsoft.sqlserver.jdbc.ISQLServerStatement",
          "com.microsoft.sqlserver.jdbc.ISQLServerPreparedStatement",
          "oracle.jdbc.internal.OracleStatement",
          "oracle.jdbc.internal.OraclePreparedStatement");

  private static final List<String> CONNECTIONS =
      List.of(
          "java.sql.Connection",
          "org.postgresql.core.BaseConnection",
          "com.mysql.cj.jdbc.JdbcConnection",
          "com.microsoft.sqlserver.jdbc.ISQLServerConnection",
          "oracle.jdbc.internal.OracleConnection");

  private static final List<String> ANSWERS =
      List.of("execute:Z", "executeUpdate:I", "executeLargeUpdate:J");

  private static final List<String> PARAMETERS =
      List.of(
          "",
          "Ljava/lang/String;",
          "Ljava/lang/String;I",
          "Ljava/lang/String;[I",
          "Ljava/lang/String;[Ljava/lang/String;");

  private final List<Hook> hooks = new ArrayList<>();

  /** All of them. */
  public JdbcHooks() {
    add("executeQuery", "()Ljava/sql/ResultSet;");
    add("executeQuery", "(Ljava/lang/String;)Ljava/sql/ResultSet;");
    add("executeBatch", "()[I");
    add("executeLargeBatch", "()[J");
    for (String answer : ANSWERS) {
      String[] nameAndType = answer.split(":");
      for (String parameters : PARAMETERS) {
        add(nameAndType[0], "(" + parameters + ")" + nameAndType[1]);
      }
    }
    for (String type : CONNECTIONS) {
      hooks.add(implementers(type, "commit", "()V", Committing.class));
      hooks.add(implementers(type, "rollback", "()V", RollingBack.class));
      hooks.add(implementers(type, "setAutoCommit", "(Z)V", AutoCommitting.class));
    }
  }

  @Override
  public List<Hook> hooks() {
    return List.copyOf(hooks);
  }

  private void add(String method, String descriptor) {
    for (String type : INTERFACES) {
      hooks.add(implementers(type, method, descriptor, Executing.class));
    }
  }

  private static Hook implementers(
      String type, String method, String descriptor, Class<? extends Adapter> adapter) {
    return new Hook(type, Hook.Reach.IMPLEMENTERS, method, descriptor, adapter.getName());
  }
}
