package dev.holdfast.core.log;

import dev.holdfast.core.config.LogLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * Every logger of the agent. Stacks of failures are written with warnings and errors, where they
 * mean a fault of the agent's own, and at {@code debug}; else a failure is named in the message.
 */
final class AgentLogger extends LegacyAbstractLogger {

  private static final long serialVersionUID = 1L;

  AgentLogger(String name) {
    this.name = name;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return AgentLog.isEnabled(LogLevel.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return AgentLog.isEnabled(LogLevel.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return AgentLog.isEnabled(LogLevel.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return AgentLog.isEnabled(LogLevel.ERROR);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    String message = MessageFormatter.basicArrayFormat(pattern, arguments);
    LogLevel agentLevel = LogLevel.valueOf(level.name());
    if (failure != null && agentLevel == LogLevel.INFO && !isDebugEnabled()) {
      AgentLog.write(agentLevel, message + ": " + failure, null);
    } else {
      AgentLog.write(agentLevel, message, failure);
    }
  }
}
