/**
 * What an application compiles against: five annotations, the exceptions that guards throw, and the
 * {@link dev.holdfast.Holdfast} facade.
 *
 * <p>Without the Holdfast agent the annotations are inert and need not even be on the class path at
 * run time. With it, the methods that carry them are guarded, outermost first: {@link
 * dev.holdfast.Fallback}, {@link dev.holdfast.Deadline}, {@link dev.holdfast.Idempotent}, {@link
 * dev.holdfast.Retry}, {@link dev.holdfast.CircuitBreaker}, then the method itself. The order is
 * the same wherever and in whatever order the annotations were written.
 *
 * <p>Rules common to all annotations:
 *
 * <ul>
 *   <li>They go on methods of any kind, and on types, where they mean every non-private method that
 *       the type declares. An annotation on an interface or superclass method holds for the method
 *       that overrides it. The nearest wins: own method, own type, superclass, interface. An
 *       annotation of the application's own may carry ours.
 *   <li>Durations are strings: a number and a unit ({@code "250ms"}, {@code "1.5s"}, {@code "5m"},
 *       {@code "24h"}), {@code "0"}, or ISO-8601 ({@code "PT2S"}). Rates are percentages from 0 to
 *       100.
 *   <li>A value that cannot be is one clear message when the method is woven, and that method stays
 *       as it was.
 *   <li>Every attribute can be overruled from outside by {@code holdfast.rule.ID.POLICY.ATTRIBUTE},
 *       the attribute in kebab case.
 * </ul>
 */
package dev.holdfast;
