/** The register of indicators: what is measured, against which levels, from when to when. */
package uk.jointdesk.kpi.register.domain;
