/**
 * How calendars, agreements and partners are written in JSON, and what they mean to the service level. One reading for
 * the service that keeps them and for those that judge by them.
 */
package uk.jointdesk.kit.rules;
