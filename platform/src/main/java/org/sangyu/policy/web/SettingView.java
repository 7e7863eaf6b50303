package org.sangyu.policy.web;

/**
 * One setting of the installation.
 *
 * @param name what it decides
 * @param value how it stands, in words
 * @param ground why, since no document says
 * @param layer who sets it
 * @param change where another value is proposed; empty where this desk may not
 */
public record SettingView(String name, String value, String ground, String layer, String change) {}
