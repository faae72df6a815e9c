package dev.holdfast.core.plan;

/**
 * Why a method cannot be guarded as it was asked to be, in one sentence: value, expectation, place,
 * remedy.
 *
 * @param place the method or type
 * @param message the whole message, place included
 */
public record PlanProblem(String place, String message) {}
