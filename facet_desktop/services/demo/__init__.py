"""Made-up caseloads for trying out, showing and measuring; marked as samples everywhere."""
