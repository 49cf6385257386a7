"""For those who follow along: the dated acts and their effects as a feed and as a calendar.

The bytes depend on the data, the address of the page and the country alone: no clock is asked.
"""
