package dev.holdfast.core.config;

import dev.holdfast.core.plan.PolicyAttribute;
import dev.holdfast.core.plan.PolicyDescription;

/** What a key says. */
sealed interface KeyMeaning {

  /** What its value must look like. */
  ValueForm form();

  /** Whether it may change while the process runs. */
  boolean isLive();

  /** A key without names. */
  record Fixed(FixedKey key) implements KeyMeaning {
    @Override
    public ValueForm form() {
      return key.form();
    }

    @Override
    public boolean isLive() {
      return key.isLive();
    }
  }

  /** {@code holdfast.budget.NAME}. */
  record Budget() implements KeyMeaning {
    @Override
    public ValueForm form() {
      return CommonForm.BUDGET;
    }

    @Override
    public boolean isLive() {
      return true;
    }
  }

  /** {@code holdfast.store.NAME}, or a part of a store: {@code holdfast.store.NAME.user}. */
  record Store(CommonForm form) implements KeyMeaning {
    @Override
    public boolean isLive() {
      return false;
    }
  }

  /** {@code holdfast.POLICY.enabled}. */
  record PolicyEnabled() implements KeyMeaning {
    @Override
    public ValueForm form() {
      return CommonForm.FLAG;
    }

    @Override
    public boolean isLive() {
      return true;
    }
  }

  /** {@code holdfast.POLICY.ATTRIBUTE}. */
  record PolicyDefault(PolicyDescription policy, PolicyAttribute attribute) implements KeyMeaning {
    @Override
    public ValueForm form() {
      return AttributeForm.of(attribute);
    }

    @Override
    public boolean isLive() {
      return policy.isLive(attribute);
    }
  }

  /** A key of a rule. */
  sealed interface OfRule extends KeyMeaning {

    /** The rule's ID. */
    String id();
  }

  /** {@code holdfast.rule.ID.match}. */
  record RuleMatch(String id) implements OfRule {
    @Override
    public ValueForm form() {
      return CommonForm.PATTERNS;
    }

    @Override
    public boolean isLive() {
      return true;
    }
  }

  /** {@code holdfast.rule.ID.POLICY}: on, off, or what the policy is about. */
  record RuleSwitch(String id, PolicyDescription policy) implements OfRule {
    @Override
    public ValueForm form() {
      return policy.principal().isPresent() ? CommonForm.TEXT : CommonForm.SWITCH;
    }

    @Override
    public boolean isLive() {
      return true;
    }
  }

  /** {@code holdfast.rule.ID.POLICY.ATTRIBUTE}. */
  record RuleAttribute(String id, PolicyDescription policy, PolicyAttribute attribute)
      implements OfRule {
    @Override
    public ValueForm form() {
      return AttributeForm.of(attribute);
    }

    @Override
    public boolean isLive() {
      return policy.isLive(attribute);
    }
  }
}
